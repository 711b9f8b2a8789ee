# What the scripts know of the MPS2 with the AN386 image.
cpu_flags="-mcpu=cortex-m4 -mfloat-abi=hard -mfpu=fpv4-sp-d16"
# The regions an image is linked into.
memory_file="LinkerScripts/MPS2AN386/memory.ld"
qemu_machine="mps2-an386"
# Where a cartridge goes, and the bytes there are, its header included.
cartridge_address=0x21000000
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
