martlet build
martlet size
