namespace GaitSense.Browser.Tests;

/// <summary>The real recordings, which are not part of the repository.</summary>
internal static class RealRecordings
{
    /// <summary>Their folder; the test is skipped where there is none.</summary>
    public static string Require()
    {
        string? folder = Environment.GetEnvironmentVariable("GAITSENSE_DATA") is { Length: > 0 } named ? named : null;
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); folder is null && at is not null; at = at.Parent)
            if (Path.Combine(at.FullName, "shared", "data") is var near && Directory.Exists(near)) folder = near;
        Assert.SkipWhen(folder is null || !Directory.Exists(folder), "The real recordings are not here: set GAITSENSE_DATA to their folder.");
        return folder!;
    }
}
