mkdir firmware
cd firmware
