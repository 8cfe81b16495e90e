namespace GaitSense.Recording.Tests;

/// <summary>The real recordings, which are not part of the repository.</summary>
internal static class RealData
{
    public static string? Folder { get; } = Find();

    public static string Require()
    {
        Assert.SkipWhen(Folder is null, "The real recordings are not here: set GAITSENSE_DATA to their folder.");
        return Folder!;
    }

    public static IEnumerable<string> Recordings() => Directory.GetDirectories(Require()).Order(StringComparer.Ordinal);

    private static string? Find()
    {
        string? set = Environment.GetEnvironmentVariable("GAITSENSE_DATA");
        if (!string.IsNullOrEmpty(set)) return Directory.Exists(set) ? set : null;
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = System.IO.Path.Combine(at.FullName, "shared", "data");
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }
}
