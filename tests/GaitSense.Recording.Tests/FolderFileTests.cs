using GaitSense.Recording.Files;

namespace GaitSense.Recording.Tests;

public sealed class FolderFileTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ADriveThatTakesBytesAndKeepsNone_IsSaidByTheFlush()
    {
        FolderStore store = new(_folder.Path) { Sync = static _ => throw new IOException("Input/output error") };
        using IAppendFile file = store.Create("session.gait", isLive: true);
        file.Append("walk"u8);
        file.Flush().ShouldNotBeNull().Message.ShouldContain("Input/output error");
    }

    [Fact]
    public void TwoWritersOfOneLiveFile_TheSecondIsRefusedAndTheFirstKeepsItsOwn()
    {
        FolderStore store = new(_folder.Path);
        using IAppendFile first = store.Create("session.gait", isLive: true);
        first.Append("first"u8);
        Should.Throw<RecordingWriteException>(() => new FolderStore(_folder.Path).Create("session.gait", isLive: true));
        first.Flush().ShouldBeNull();
        first.Rename("session.gait", overwrite: false);
        File.ReadAllText(_folder["session.gait"]).ShouldBe("first");
    }

    [Fact]
    public void WhatAKilledWriterLeft_IsPutAsideAndNotTakenAway()
    {
        File.WriteAllText(_folder[".session.gait.tmp"], "what was walked");
        using IAppendFile file = new FolderStore(_folder.Path).Create("session.gait", isLive: true);
        Directory.GetFiles(_folder.Path).Select(File.ReadAllText).ShouldContain(t => t == "what was walked");
    }

    [Fact]
    public void WhatAKilledAnalysisLeft_IsRemovedByItsNamesAlone()
    {
        string session = _folder[".session.gait.tmp.0123abcd.tmp"], left = _folder[".strides.csv.0123abcd.tmp"], others = _folder[".strides.csv.tmp"];
        foreach (string path in (string[])[session, left, others]) File.WriteAllText(path, "walked");
        using IAppendFile underWay = new FolderStore(_folder.Path).Create("strides.csv");
        PrivateFiles.RemoveLeft(_folder.Path, ["strides.csv"]);
        File.Exists(left).ShouldBeFalse();
        File.Exists(session).ShouldBeTrue("a recording that was put aside is nobody's to delete");
        File.Exists(others).ShouldBeTrue("no pending name");
        underWay.Rename("strides.csv");
        PrivateFiles.RemoveLeft(_folder["no-such-folder"], ["strides.csv"]);
    }

    [Fact]
    public void FilesAndFolders_AreForTheirOwnerAlone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        string file = _folder["a/b/walk.csv"];
        WholeFile.Write(file, "x");
        if (OperatingSystem.IsWindows()) return;
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.GetUnixFileMode(_folder["a/b"]).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void APlantedLink_IsReplacedAndNeverFollowed()
    {
        File.WriteAllText(_folder["victim"], "keep");
        File.CreateSymbolicLink(_folder["summary.json"], _folder["victim"]);
        WholeFile.Write(_folder["summary.json"], "new");
        File.ReadAllText(_folder["victim"]).ShouldBe("keep");
        File.ReadAllText(_folder["summary.json"]).ShouldBe("new");
    }
}
