martlet new hello --board NetduinoPlus2 --template console
cd hello
