# What the scripts know of the MPS2 with the AN500 image.
cpu_flags="-mcpu=cortex-m7 -mfloat-abi=hard -mfpu=fpv5-d16"
# The regions an image is linked into.
memory_file="LinkerScripts/MPS2AN500/memory.ld"
qemu_machine="mps2-an500"
# Where a cartridge goes, and the bytes there are, its header included.
cartridge_address=0x60000000
cartridge_length=8388624
# OpenOCD's description of the chip; it has none.
openocd_target=""
# The board's module has an I2C bus (`I2CBoard`).
i2c="yes"
# The simulator's models of it: of the chip, of the console's port and of the bus, and the output that the LED is on.
simulated_chip="SimulatedMPS2"
simulated_console="uart0"
simulated_i2c="shield1"
simulated_led="LED0"
