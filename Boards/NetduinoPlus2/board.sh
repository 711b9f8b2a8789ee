# What the scripts know of the Netduino Plus 2.
cpu_flags="-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16"
# The regions an image is linked into.
memory_file="LinkerScripts/STM32F405/memory.ld"
qemu_machine="netduinoplus2"
# Where a cartridge goes, and the bytes there are, its header included.
cartridge_address=0x08040000
cartridge_length=786432
# OpenOCD's description of the chip.
openocd_target="target/stm32f4x.cfg"
# The simulator's models of it: of the chip, of the console's port, and the output that the LED is on.
simulated_chip="SimulatedSTM32F405"
simulated_console="usart1"
simulated_led="PA10"
