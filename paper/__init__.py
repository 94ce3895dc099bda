"""Ink on paper: fonts, text, QR codes, frames and tables; it knows no models."""
