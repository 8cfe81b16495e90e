using GaitSense.Core;

namespace GaitSense.Cli.Training;

/// <summary>Words of a store's rows on the screen.</summary>
internal static class StoreWords
{
    /// <summary>What was said, as a word of files; "not said" where nobody said it, which is no "none".</summary>
    public static string Said<T>(T? value)
        where T : struct, Enum => value is { } said ? Words.InFiles(said) : "not said";
}
