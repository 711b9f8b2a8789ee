martlet build
