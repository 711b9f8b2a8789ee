cd ..
martlet new blinky --board STM32F4Discovery
cd blinky
