using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace GaitSense.Architecture.Tests;

/// <summary>What pure rooms may not touch, read from the compiled assembly: a using directive or an alias cannot hide it.</summary>
public sealed class PurityTests
{
    private static readonly string[] NoOutsideWorld =
    [
        "System.IO.", "System.Net.", "System.Threading.Thread", "System.Threading.Tasks.", "System.Threading.Timer", "System.Threading.Monitor",
        "System.Threading.Lock", "System.Diagnostics.Stopwatch", "System.Diagnostics.Process", "System.Random", "System.Console",
        "System.Environment::get_TickCount", "System.Environment::get_TickCount64", "System.Environment::GetEnvironmentVariable",
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.TimeProvider", "System.Guid::NewGuid",
    ];

    private static readonly string[] NoClockOrChance =
    [
        "System.Diagnostics.Stopwatch", "System.Environment::get_TickCount", "System.Environment::get_TickCount64",
        "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
        "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid", "System.Random::get_Shared",
    ];

    private static readonly string[] NoThreadNoDeviceNoClock =
    [
        .. NoClockOrChance, "System.Threading.Thread", "System.Threading.Tasks.", "System.Threading.Timer", "System.Threading.Monitor", "System.TimeProvider", "System.Net.",
        "System.Console", "System.Diagnostics.Process", "System.IO.File", "System.IO.FileStream", "System.IO.FileInfo", "System.IO.Directory", "System.IO.DirectoryInfo",
    ];

    [Theory, InlineData("GaitSense.Streams"), InlineData("GaitSense.Walk")]
    public void RoomsOfAWalk_RunWithoutThreadTaskClockFileOrDevice(string room) => Offences(room, NoThreadNoDeviceNoClock).ShouldBeEmpty();

    // What .NET's own flush leaves out: whether the drive kept the bytes (Recording, Files/DiskSync).
    private static readonly string[] FlushToDisk = ["kernel32::FlushFileBuffers", "libc::close", "libc::fsync", "libc::open"];

    [Theory, InlineData("GaitSense.Core"), InlineData("GaitSense.Protocol"), InlineData("GaitSense.Feedback")]
    public void PureRooms_UseNoFileNoThreadNoClockNoChance(string room) => Offences(room, NoOutsideWorld).ShouldBeEmpty();

    // It opens the documents that are a part of it, and nothing else.
    [Fact]
    public void Training_UsesNoFileNoThreadNoClockNoChance_BesideItsOwnDocuments() => Offences("GaitSense.Training", NoOutsideWorld).ShouldBe(["System.IO.Stream", "System.IO.Stream::ReadExactly", "System.IO.Stream::get_Length"]);

    [Theory, InlineData("GaitSense.Simulation"), InlineData("GaitSense.Recording"), InlineData("GaitSense.Analysis"), InlineData("GaitSense.Sessions")]
    public void RoomsThatMakeResults_UseNoWallClockNoChance(string room) => Offences(room, NoClockOrChance).ShouldBeEmpty();

    [Fact]
    public void Analysis_OpensNoFile() => Offences("GaitSense.Analysis", ["System.IO.File", "System.IO.FileStream", "System.IO.Directory"]).ShouldBeEmpty();

    [Theory, MemberData(nameof(HouseTests.Names), MemberType = typeof(HouseTests))]
    public void Rooms_ThatAreNoPlatforms_CallNoSystemLibrary(string room)
    {
        if (room is "GaitSense.Devices.Linux") SystemCalls(room).ShouldNotBeEmpty();
        else SystemCalls(room).ShouldBe(room is "GaitSense.Recording" ? FlushToDisk : []);
    }

    [Fact]
    public void Sessions_WritesOnNoConsole() => Offences("GaitSense.Sessions", ["System.Console"]).ShouldBeEmpty(); // a server uses it as the command does

    [Fact]
    public void Offences_InAnAssemblyThatUsesFiles_AreFound() =>
        Offences(typeof(PurityTests).Assembly.GetName().Name!, NoOutsideWorld).ShouldContain(o => o.StartsWith("System.IO.", StringComparison.Ordinal));

    private static ImmutableSortedSet<string> SystemCalls(string room)
    {
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, House.Find(room)!.Assembly + ".dll"));
        using var image = new PEReader(file);
        MetadataReader metadata = image.GetMetadataReader();
        return [.. metadata.MethodDefinitions.Select(h => metadata.GetMethodDefinition(h).GetImport())
            .Where(i => !i.Module.IsNil).Select(i => metadata.GetString(metadata.GetModuleReference(i.Module).Name) + "::" + metadata.GetString(i.Name))];
    }

    private static ImmutableSortedSet<string> Offences(string assembly, string[] banned)
    {
        string name = House.Find(assembly)?.Assembly ?? assembly;
        using FileStream file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        using var image = new PEReader(file);
        MetadataReader metadata = image.GetMetadataReader();
        string TypeName(EntityHandle handle)
        {
            if (handle.Kind != HandleKind.TypeReference) return "";
            TypeReference type = metadata.GetTypeReference((TypeReferenceHandle)handle);
            return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
        }

        IEnumerable<string> types = metadata.TypeReferences.Select(h => TypeName(h));
        IEnumerable<string> members = metadata.MemberReferences.Select(h => metadata.GetMemberReference(h))
            .Select(m => TypeName(m.Parent) + "::" + metadata.GetString(m.Name));
        return [.. types.Concat(members).Where(used => banned.Any(b => string.Equals(used, b, StringComparison.Ordinal) || (used.StartsWith(b, StringComparison.Ordinal) && !b.Contains("::", StringComparison.Ordinal))))];
    }
}
