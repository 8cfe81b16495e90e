using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GaitSense.Architecture.Tests;

public sealed partial class HouseTests
{
    public static TheoryData<string> Names => [.. House.Rooms.Select(r => r.Name)];

    [Theory, MemberData(nameof(Names))]
    public void ProjectFile_OfEachRoom_ReferencesExactlyWhatTheTableSays(string name)
    {
        House.Room room = House.Find(name)!;
        XDocument project = XDocument.Load(Repository.At("src", name, name + ".csproj"));
        Includes(project, "ProjectReference").Select(p => Path.GetFileNameWithoutExtension(p.Replace('\\', '/')))
            .ShouldBe(room.Projects, ignoreOrder: true);
        Includes(project, "PackageReference").ShouldBe(room.Packages, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Names))]
    public void Assembly_OfEachRoom_UsesOnlyRoomsItMaySee(string name)
    {
        House.Room room = House.Find(name)!;
        IEnumerable<string> visible = House.Visible(room);
        string[] used = [.. Assembly.Load(room.Assembly).GetReferencedAssemblies().Select(a => House.Find(a.Name!)?.Name).OfType<string>()];
        used.Except(visible, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void References_OfAllRooms_GoDownOnly()
    {
        foreach (House.Room room in House.Rooms)
            foreach (string project in room.Projects)
                House.Find(project)!.Level.ShouldBeLessThan(room.Level, $"{room.Name} -> {project}");
    }

    [Theory, MemberData(nameof(Names))]
    public void Assembly_OfEachRoom_IsNoFriendOfAnotherRoom(string name) =>
        Assembly.Load(House.Find(name)!.Assembly).GetCustomAttributes<InternalsVisibleToAttribute>().Select(a => House.Find(a.AssemblyName)?.Name).OfType<string>().ShouldBeEmpty();

    [Fact]
    public void Table_AndFoldersUnderSrc_NameTheSameRooms() =>
        Directory.GetDirectories(Repository.At("src")).Select(d => Path.GetFileName(d)!)
            .Where(d => File.Exists(Repository.At("src", d, d + ".csproj")))
            .ShouldBe(House.Rooms.Select(r => r.Name), ignoreOrder: true);

    [Fact]
    public void Solution_NamesEveryProject()
    {
        string solution = File.ReadAllText(Repository.At("GaitSense.sln"));
        foreach (string project in Projects()) solution.ShouldContain($"\"{Path.GetFileNameWithoutExtension(project)}\"");
    }

    [Theory, MemberData(nameof(Names))]
    public void SourcePage_HasOneRowForEachRoom_WithWhatItMayUse(string name)
    {
        House.Room room = House.Find(name)!;
        string[] rows = [.. File.ReadLines(Repository.At("src", "README.md")).Where(l => l.StartsWith($"| `{name}` |", StringComparison.Ordinal))];
        string[] cells = [.. rows.ShouldHaveSingleItem().Split(" | ")];
        cells.Length.ShouldBe(4);
        RoomName().Matches(cells[2]).Select(m => "GaitSense." + m.Value).Where(n => House.Find(n) is not null).ShouldBe(room.Projects, ignoreOrder: true);
        cells[3].TrimEnd(' ', '|').Split(", ").Where(p => p is not "-").ShouldBe(room.Packages, ignoreOrder: true);
    }

    [Theory, MemberData(nameof(Names))]
    public void EachRoom_HasTests(string name) =>
        File.Exists(Repository.At("tests", $"{House.Find(name)!.TestedBy ?? name}.Tests", $"{House.Find(name)!.TestedBy ?? name}.Tests.csproj")).ShouldBeTrue();

    [Fact]
    public void SourceFiles_OfAllRooms_StayWithinThreeHundredLines()
    {
        // Migrations are written by a tool.
        string[] tooLong = [.. SourceFiles().Where(f => Path.GetFileName(Path.GetDirectoryName(f)) is not "Migrations" && File.ReadLines(f).Count() > 300).Select(f => Path.GetRelativePath(Repository.Root, f))];
        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void ProjectFiles_StayShort()
    {
        foreach (string project in Projects()) File.ReadLines(project).Count().ShouldBeLessThanOrEqualTo(25, project);
    }

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(e => (string)e.Attribute("Include")!);

    private static IEnumerable<string> Projects() =>
        Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Where(p => !IsBuildOutput(p));

    private static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories).Where(p => !IsBuildOutput(p));

    private static bool IsBuildOutput(string path) =>
        Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "artifacts");

    [GeneratedRegex(@"[A-Z]\w*(?:\.[A-Z]\w*)*", RegexOptions.None, 1000)]
    private static partial Regex RoomName();
}
