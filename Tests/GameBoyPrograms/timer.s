; The timer: its rate, its overflow, and the edges that writes to DIV and TAC make.
	.include "harness.inc"
start:
	set	TAC 5
	; A count of 16 clocks: one after four machine cycles from DIV's reset.
	xor	a, a
	ldh	(DIV), a
	ldh	(TIMA), a
	ldh	a, (TIMA)
	expect	1 1
	xor	a, a
	ldh	(DIV), a
	ldh	(TIMA), a
	nop
	nop
	nop
	nop
	ldh	a, (TIMA)
	expect	2 2
	; DIV counts 64 machine cycles.
	xor	a, a
	ldh	(DIV), a
	ldh	a, (DIV)
	expect	3 0
	ld	b, #16
wait:	dec	b
	jr	nz, wait
	ldh	a, (DIV)
	expect	4 1
	; An overflow loads TMA and requests the interrupt.
	set	TMA 0x55
	xor	a, a
	ldh	(IF), a
	ldh	(DIV), a
	set	TIMA 0xFF
	nop
	nop
	nop
	nop
	ldh	a, (IF)
	and	a, #0x04
	expect	5 0x04
	ldh	a, (TIMA)
	and	a, #0xF0
	expect	6 0x50
	; A write to DIV while the counted bit is 1 is an edge, and counts.
	xor	a, a
	ldh	(DIV), a
	ldh	(TIMA), a
	ldh	(DIV), a
	ldh	(DIV), a
	ldh	a, (TIMA)
	expect	7 3
	; And so does switching the timer off at such a moment.
	ld	a, #0x01
	ldh	(DIV), a
	ldh	(TIMA), a
	ldh	(TAC), a
	ldh	a, (TIMA)
	expect	8 3
	; Off, it stands.
	ldh	a, (TIMA)
	ld	d, a
	ld	b, #100
more:	dec	b
	jr	nz, more
	ldh	a, (TIMA)
	sub	a, d
	expect	9 0
	ldh	a, (TAC)
	expect	10 0xF9
	jp	pass
