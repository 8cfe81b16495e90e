using GaitSense.Recording.Plain;

namespace GaitSense.Recording.Tests;

/// <summary>Which folders of a tree are recordings.</summary>
public sealed class RecordingFilesTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public void HiddenFolders_AreNoRecordings()
    {
        foreach (string place in new[] { "p1/t1", ".trash/p2", "p1/.snapshots/t1" }) Recording(place);
        RecordingFiles.FindBelow(_folder.Path).ShouldBe(["p1/t1"]);
    }

    [Theory, InlineData(9, true), InlineData(64, true), InlineData(65, false)]
    public void ATree_IsSearchedToADepthThatNobodyHas(int depth, bool isFound)
    {
        string place = string.Join('/', Enumerable.Repeat("d", depth));
        Recording(place);
        RecordingFiles.FindBelow(_folder.Path).ShouldBe(isFound ? [place] : []);
    }

    [Fact]
    public void ARecordingInARecording_IsNotHidden_AndWhatElseLiesThereIsItsOwn()
    {
        foreach (string place in new[] { "site", "site/p1", "site/p2/deep" }) Recording(place);
        Directory.CreateDirectory(_folder["site/reference"]);
        Directory.CreateSymbolicLink(_folder["site/latest"], _folder["site/p1"]);
        RecordingFiles.FindBelow(_folder.Path).ShouldBe(["site", "site/p1", "site/p2/deep"]);
        RecordingFiles.FindBelow(_folder["site"]).ShouldBe(["p1", "p2/deep"]);
    }

    public void Dispose() => _folder.Dispose();

    private void Recording(string place) => _folder.Write(place + "/session.json", "{}");
}
