"""来源文件: the reports that items came from."""
