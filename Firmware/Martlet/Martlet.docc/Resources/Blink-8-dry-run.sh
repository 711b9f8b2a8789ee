martlet flash --dry-run
