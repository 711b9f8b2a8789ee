martlet test
