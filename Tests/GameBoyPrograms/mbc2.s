; MBC2 with 256 KB of ROM: its registers by address bit 8, and its 512 half bytes.
	.include "harness.inc"
	.org	0x147
	.db	0x06, 0x03, 0x00
	.org	0x300
start:
	ld	a, #0
	ld	(0x2100), a
	ld	a, (0x7FFE)
	expect	1 1
	ld	a, #0x1B
	ld	(0x0100), a
	ld	a, (0x7FFE)
	expect	2 0x0B
	; Without bit 8 it is the RAM's register.
	ld	a, #0x05
	ld	(0x2000), a
	ld	a, (0x7FFE)
	expect	3 0x0B
	ld	a, (0xA000)
	expect	4 0xFF
	ld	a, #0x0A
	ld	(0x3E00), a
	ld	a, #0x35
	ld	(0xA000), a
	ld	a, (0xA000)
	expect	5 0xF5
	; 512 of them, over and over.
	ld	a, #0x08
	ld	(0xA1FF), a
	ld	a, (0xBFFF)
	expect	6 0xF8
	ld	a, (0xA200)
	expect	7 0xF5
	ld	a, #0
	ld	(0x0000), a
	ld	a, (0xA000)
	expect	8 0xFF
	jp	pass
