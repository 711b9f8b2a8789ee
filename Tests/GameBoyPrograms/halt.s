; HALT with IME off and an interrupt pending fetches the next byte twice.
	.include "harness.inc"
start:
	set	IE 0x04
	set	IF 0x04
	xor	a, a
	halt
	inc	a
	expect	1 2
	; Nothing of that with an interrupt that comes later.
	xor	a, a
	ldh	(IF), a
	set	TIMA 0xF8
	set	TAC 5
	xor	a, a
	halt
	inc	a
	expect	2 1
	jp	pass
