"""The program that runs next to a server: a method for each operation, in a file for each server."""
