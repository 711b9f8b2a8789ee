; P1 while A and Down are held: the test holds them.
	.include "harness.inc"
start:
	set	P1 0x10
	ldh	a, (P1)
	expect	1 0xDE
	set	P1 0x20
	ldh	a, (P1)
	expect	2 0xE7
	set	P1 0x30
	ldh	a, (P1)
	expect	3 0xFF
	set	P1 0x00
	ldh	a, (P1)
	expect	4 0xC6
	; A line that falls since its row is selected requests the interrupt; one that rises does not.
	set	P1 0x30
	xor	a, a
	ldh	(IF), a
	set	P1 0x10
	ldh	a, (IF)
	and	a, #0x10
	expect	5 0x10
	xor	a, a
	ldh	(IF), a
	set	P1 0x30
	ldh	a, (IF)
	and	a, #0x10
	expect	6 0
	jp	pass
