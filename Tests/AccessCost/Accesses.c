// The same accesses by hand, as they are written in C; changes of a register with interrupts masked, so that no level's change
// is lost.
#include <stdbool.h>
#include <stdint.h>

#include "CortexMInstructions.h"

#define REGISTER(address) (*(volatile uint32_t *)(address))
#define GPIOA_MODER REGISTER(0x40020000)
#define GPIOA_OTYPER REGISTER(0x40020004)
#define GPIOA_IDR REGISTER(0x40020010)
#define GPIOA_ODR REGISTER(0x40020014)
#define GPIOA_BSRR REGISTER(0x40020018)
#define GPIOA_AFRL REGISTER(0x40020020)
#define USART1_SR REGISTER(0x40011000)
#define USART1_DR REGISTER(0x40011004)
#define USART1_BRR REGISTER(0x40011008)
#define USART1_CR1 REGISTER(0x4001100C)
#define FLASH_ACR REGISTER(0x40023C00)
#define EXTI_PR REGISTER(0x40013C14)

// A load, a change and a store that no interrupt comes between.
#define MODIFY(address, change)                       \
    do {                                              \
        uint32_t primask = martlet_mask_interrupts(); \
        uint32_t old = address;                       \
        address = change;                             \
        martlet_restore_interrupts(primask);          \
    } while (0)

uint32_t c_read(void) { return GPIOA_IDR; }
uint32_t c_read_field(void) { return GPIOA_AFRL >> 12 & 0xF; }
bool c_test_bit(void) { return USART1_SR >> 7 & 1; }
void c_wait_for_bit(void) { while (!(USART1_SR >> 7 & 1)) {} }
void c_write(uint32_t value) { GPIOA_ODR = value; }
void c_write_fields(void) { USART1_BRR = 45 << 4 | 9; }
void c_write_field(uint8_t value) { USART1_DR = value; }
void c_modify_bit(void) { MODIFY(USART1_CR1, old | 1 << 7); }
void c_modify_field(void) { MODIFY(GPIOA_MODER, (old & ~(3u << 10)) | 2u << 10); }
void c_modify_fields(void) { MODIFY(FLASH_ACR, (old & ~7u) | 5 | 1 << 8 | 1 << 9 | 1 << 10); }
void c_set_bit(void) { GPIOA_BSRR = 1 << 5; }
void c_reset_bits(void) { GPIOA_BSRR = 1 << 21 | 1 << 22; }
void c_clear_flag(void) { EXTI_PR = 1 << 3; }
void c_two_registers(void) {
    MODIFY(GPIOA_OTYPER, old | 1 << 5);
    MODIFY(GPIOA_MODER, (old & ~(3u << 10)) | 1u << 10);
}
