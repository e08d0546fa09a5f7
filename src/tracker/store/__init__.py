"""The only place that speaks SQL: tables, transactions, questions, migrations and the files beside the database."""
