using GaitSense.Core;

namespace GaitSense.Devices.Tests;

public sealed class SensorAssignmentsTests : IDisposable
{
    private readonly TestFolder _folder = new();

    private string File => _folder["deeper", "sensors.json"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Remember_ASensor_IsKnownNextTime()
    {
        var first = SensorAssignments.Load(File);
        first.FootOf("C0:00:00:00:00:01").ShouldBeNull();
        first.Remember("C0:00:00:00:00:01", Foot.Left);
        first.Remember("C0:00:00:00:00:02", Foot.Right);
        first.Remember("C0:00:00:00:00:01", Foot.Right);
        var second = SensorAssignments.Load(File);
        second.FootOf("c0:00:00:00:00:01").ShouldBe(Foot.Right);
        second.FootOf("C0:00:00:00:00:02").ShouldBe(Foot.Right);
        Directory.GetFiles(Path.GetDirectoryName(File)!).ShouldBe([File]);
        if (!OperatingSystem.IsWindows()) System.IO.File.GetUnixFileMode(File).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, "it has addresses");
    }

    [Theory, InlineData("{"), InlineData("[]"), InlineData("""{"a":"both"}"""), InlineData("""{"a":7}"""), InlineData("""{"a":null}""")]
    public void Load_ABrokenFile_SaysWhichAndWhatToDo(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, text);
        string message = Should.Throw<GaitSenseException>(() => SensorAssignments.Load(File)).Message;
        message.ShouldContain(File);
        message.ShouldContain("delete");
    }
}
