# What the scripts know of the STM32F4 Discovery.
cpu_flags="-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16"
# The regions an image is linked into.
memory_file="LinkerScripts/STM32F407/memory.ld"
# QEMU has no machine with this chip.
qemu_machine=""
# Where a cartridge goes, and the bytes there are, its header included.
cartridge_address=0x08040000
cartridge_length=786432
# OpenOCD's description of the chip.
openocd_target="target/stm32f4x.cfg"
# The board's module has an I2C bus (`I2CBoard`).
i2c="yes"
# The simulator's models of it: of the chip, of the console's port and of the bus, and the output that the LED is on.
simulated_chip="SimulatedSTM32F405"
simulated_console="usart2"
simulated_i2c="i2c1"
simulated_led="PD12"
