martlet run
