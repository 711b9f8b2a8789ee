; A byte by the own clock: eight bits at 8192 Hz, and nobody at the other end.
	.include "harness.inc"
start:
	xor	a, a
	ldh	(IF), a
	set	SB 0x53
	set	SC 0x81
	ldh	a, (SC)
	expect	1 0xFF
	; 1024 machine cycles, by loops of four.
	ld	de, #0
wait:	inc	de
	ldh	a, (SC)
	bit	7, a
	jr	nz, wait
	ldh	a, (SC)
	expect	2 0x7F
	ldh	a, (SB)
	expect	3 0xFF
	ldh	a, (IF)
	and	a, #0x08
	expect	4 0x08
	; A turn takes 2 + 3 + 2 + 3 machine cycles.
	ld	a, d
	expect	5 0
	ld	a, e
	and	a, #0xF0
	expect	6 0x60
	; Without the own clock it waits for ever.
	xor	a, a
	ldh	(IF), a
	set	SC 0x80
	ld	b, #0
idle:	nop
	nop
	dec	b
	jr	nz, idle
	ldh	a, (SC)
	expect	7 0xFE
	ldh	a, (IF)
	and	a, #0x08
	expect	8 0
	jp	pass
