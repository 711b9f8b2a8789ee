martlet flash
