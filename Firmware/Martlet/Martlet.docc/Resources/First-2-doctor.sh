martlet doctor
