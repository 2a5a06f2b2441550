"""What can be made again at any time, kept in the user's cache folder so that it need not be.

Nothing here is asked for or reported: what cannot be written is not kept, and in any doubt nothing is read.
"""
