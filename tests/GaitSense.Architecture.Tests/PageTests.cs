using System.Text.RegularExpressions;

namespace GaitSense.Architecture.Tests;

/// <summary>The pages people read.</summary>
public sealed partial class PageTests
{
    [Fact]
    public void Links_OfAllPages_LeadToFilesThatAreThere()
    {
        string[] pages = [.. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Where(p => !Path.GetRelativePath(Repository.Root, p).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "out" or "artifacts" or "node_modules"))];
        pages.Length.ShouldBeGreaterThan(20);
        string[] broken =
        [
            .. from page in pages
               from Match link in Link().Matches(File.ReadAllText(page))
               let to = link.Groups["to"].Value
               where !to.Contains("://", StringComparison.Ordinal) && to[0] != '#'
               let target = Path.Combine(Path.GetDirectoryName(page)!, to.Split('#')[0])
               where !File.Exists(target) && !Directory.Exists(target)
               select $"{Path.GetRelativePath(Repository.Root, page)}: {to}",
        ];
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void FrontPage_Always_IsReadInAMinute() => new FileInfo(Path.Combine(Repository.Root, "README.md")).Length.ShouldBeLessThanOrEqualTo(8 * 1024);

    [GeneratedRegex(@"\]\((?<to>[^()\s]+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
