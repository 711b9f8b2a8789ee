; The flags of arithmetic, of DAA, of rotations, and of the stack pointer's sums.
	.include "harness.inc"
start:
	ld	a, #0x0F
	add	a, #0x01
	expectflags 1 0x20
	ld	a, #0xFF
	add	a, #0x01
	expectflags 2 0xB0
	ld	a, #0x10
	sub	a, #0x01
	expectflags 3 0x60
	ld	a, #0x42
	cp	a, #0x42
	expectflags 4 0xC0
	scf
	ld	a, #0xFE
	adc	a, #0x01
	expectflags 5 0xB0
	scf
	ld	a, #0x00
	sbc	a, #0x00
	expectflags 6 0x70
	; 19 + 28 = 47, 90 + 80 = 170, 42 - 13 = 29
	ld	a, #0x19
	add	a, #0x28
	daa
	expect	7 0x47
	ld	a, #0x90
	add	a, #0x80
	daa
	push	af
	expect	8 0x70
	pop	af
	expectflags 9 0x10
	ld	a, #0x42
	sub	a, #0x13
	daa
	push	af
	expect	10 0x29
	pop	af
	expectflags 11 0x40
	; INC and DEC leave the carry.
	scf
	ld	a, #0x0F
	inc	a
	expectflags 12 0x30
	or	a, a
	ld	a, #0x01
	dec	a
	expectflags 13 0xC0
	; RLCA never sets Z, RL does.
	ld	a, #0x80
	rlca
	expectflags 14 0x10
	or	a, a
	ld	a, #0x80
	rl	a
	expectflags 15 0x90
	ld	a, #0xF1
	swap	a
	expect	16 0x1F
	scf
	ld	a, #0x00
	bit	7, a
	expectflags 17 0xB0
	; ADD HL leaves Z.
	xor	a, a
	ld	hl, #0x0FFF
	ld	de, #0x0001
	add	hl, de
	expectflags 18 0xA0
	; SP + n: the flags are those of the low bytes.
	ld	sp, #0xDEFF
	ldhl	sp, #1
	ld	a, h
	push	af
	expect	19 0xDF
	pop	af
	ld	sp, #0xDEFF
	ldhl	sp, #1
	expectflags 20 0x30
	; The low half of F is not there.
	ld	bc, #0x12FF
	push	bc
	pop	af
	expectflags 21 0xF0
	cpl
	expect	22 0x0F
	jp	pass
