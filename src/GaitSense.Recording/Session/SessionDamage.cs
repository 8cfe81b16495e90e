namespace GaitSense.Recording.Session;

/// <summary>Bytes of a session file that are no whole block.</summary>
/// <param name="Offset">Where they begin in the file.</param>
/// <param name="Length">How many.</param>
/// <param name="MissingBlocks">Blocks that are missing there by their numbers; 0 at the end of the file, where it is unknown.</param>
public readonly record struct SessionDamage(long Offset, long Length, long MissingBlocks);
