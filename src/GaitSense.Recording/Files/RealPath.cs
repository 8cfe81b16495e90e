namespace GaitSense.Recording.Files;

/// <summary>Where a path really leads: with all links on the way resolved, as far as it is there.</summary>
internal static class RealPath
{
    private const int MaxLinks = 40;

    /// <summary>The place, without links and without a separator at its end.</summary>
    public static string Of(string path) => Of(Path.GetFullPath(path), MaxLinks);

    /// <summary>Whether a place is a folder or lies in it.</summary>
    /// <param name="place">The place, from <see cref="Of(string)"/>.</param>
    /// <param name="folder">The folder, from <see cref="Of(string)"/>.</param>
    public static bool IsWithin(string place, string folder) =>
        string.Equals(place, folder, Case) || place.StartsWith(Path.EndsInDirectorySeparator(folder) ? folder : folder + Path.DirectorySeparatorChar, Case);

    /// <summary>Whether there is a link at a path, wherever it leads, if anywhere.</summary>
    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static StringComparison Case => OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    private static string Of(string full, int links)
    {
        string at = Path.GetPathRoot(full) ?? "";
        foreach (string part in full[at.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            string next = Path.Combine(at, part);
            at = links > 0 && new FileInfo(next).LinkTarget is { } target ? Of(Path.GetFullPath(target, at), --links) : next;
        }

        return at;
    }
}
