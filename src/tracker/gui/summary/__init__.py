"""工作台 and 统计: how the whole ledger stands."""
