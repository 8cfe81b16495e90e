using System.Text.RegularExpressions;

namespace GaitSense.Architecture.Tests;

/// <summary>
/// In rooms with many files a type's namespace is its folder. The packages that are public by text keep one namespace each, because their users write one using.
/// </summary>
public sealed partial class NamespaceTests
{
    // More files than this, and a list of one namespace's types is no longer read.
    private const int MaxFiles = 60;

    private static readonly string[] s_oneNamespace = ["GaitSense.Core", "GaitSense.Protocol", "GaitSense.Streams", "GaitSense.Walk", "GaitSense.Storage"];

    public static TheoryData<string> Names => [.. House.Rooms.Select(r => r.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Namespaces_OfARoomWithManyFiles_FollowFolders(string room)
    {
        string[] files = [.. Files(room)];
        bool isOne = s_oneNamespace.Contains(room, StringComparer.Ordinal);
        if (!isOne && files.Length <= MaxFiles) return;
        files.Select(f => Offence(room, f, File.ReadAllText(Repository.At("src", room, f)), !isOne)).OfType<string>().ShouldBeEmpty();
    }

    [Fact]
    public void Rooms_ThatTheRuleIsFor_AreFound()
    {
        string[] large = [.. House.Rooms.Select(r => r.Name).Where(r => Files(r).Count() > MaxFiles)];
        string[] known = ["GaitSense.Recording", "GaitSense.Analysis", "GaitSense.Cli", "GaitSense.Feedback", "GaitSense.Simulation", .. s_oneNamespace.Take(2)];
        known.Except(large, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Import/Tables/X.cs", "namespace GaitSense.Room.Import.Tables;", true, true)]
    [InlineData("Import/Tables/X.cs", "namespace GaitSense.Room.Import;", true, false)]
    [InlineData("Import/Tables/X.cs", "namespace GaitSense.Room;", true, false)]
    [InlineData("X.cs", "namespace GaitSense.Room;", true, true)]
    [InlineData("X.cs", "namespace GaitSense.Room.Import;", true, false)]
    [InlineData("Import/X.cs", "namespace GaitSense.Room;", false, true)]
    [InlineData("Import/X.cs", "namespace GaitSense.Room.Import;", false, false)]
    [InlineData("AssemblyInfo.cs", "[assembly: InternalsVisibleTo(\"X\")]", true, true)]
    public void Offence_OfAFile_IsANamespaceThatIsNotItsFolder(string file, string text, bool hasFolders, bool isRight) =>
        (Offence("GaitSense.Room", file, "using System;\n\n" + text + "\n", hasFolders) is null).ShouldBe(isRight);

    private static string? Offence(string room, string file, string text, bool hasFolders)
    {
        string folder = Path.GetDirectoryName(file)!.Replace(Path.DirectorySeparatorChar, '.');
        string expected = hasFolders && folder.Length > 0 ? $"{room}.{folder}" : room;
        Match found = Namespace().Match(text); // a program and an assembly's attributes have none
        return !found.Success || string.Equals(found.Groups["name"].Value, expected, StringComparison.Ordinal) ? null : $"{room}/{file}: {found.Groups["name"].Value}, not {expected}";
    }

    private static IEnumerable<string> Files(string room) =>
        Directory.EnumerateFiles(Repository.At("src", room), "*.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Repository.At("src", room), f))
            .Where(f => f.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"));

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Namespace();
}
