namespace GaitSense.Testing;

/// <summary>The real recordings, which are not part of the repository.</summary>
public static class RealRecordings
{
    private const string Missing = "The real recordings are not here: set GAITSENSE_DATA to their folder, or put them into shared/data above the repository.";

    /// <summary>Their folder: what GAITSENSE_DATA names, else <c>shared/data</c> in a folder above the tests; null where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>Recordings of more people, beside the others; null where there are none.</summary>
    public static string? More { get; } = Folder is { } folder && Directory.Exists(folder + "-more") ? folder + "-more" : null;

    /// <summary>Their folder; the test is skipped where there is none.</summary>
    public static string Require()
    {
        Assert.SkipWhen(Folder is null, Missing);
        return Folder!;
    }

    /// <summary>The folders of all, by name; the test is skipped where there are none.</summary>
    public static IEnumerable<string> All() => Directory.GetDirectories(Require()).Order(StringComparer.Ordinal);

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("GAITSENSE_DATA") is { Length: > 0 } named) return Directory.Exists(named) ? named : null;
        return Repository.Shared("data");
    }
}
