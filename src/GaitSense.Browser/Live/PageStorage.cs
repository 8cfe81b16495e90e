namespace GaitSense.Browser.Live;

/// <summary>What is kept of a walk.</summary>
/// <param name="Bytes">Bytes in the browser's storage.</param>
/// <param name="Problem">Why nothing is kept any more; null: all is well.</param>
internal sealed record PageStorage(long Bytes, string? Problem);
