using GaitSense.Recording.Import;
using GaitSense.Recording.Import.Study;

namespace GaitSense.Recording.Tests;

/// <summary>Study folders as people keep them: who belongs to which visit, and what is said once for all.</summary>
public sealed class StudyFolderTests : IDisposable
{
    private static readonly string Walk = Tables.Text([Tables.Header, .. Tables.Lines(Tables.Rows(120))]);

    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("P01/T1/left.csv P01/T1/right.csv P01/T2/left.csv P01/T2/right.csv", "P01/T1=2 P01/T2=2")]
    [InlineData("P01_T1_L.csv P01_T1_R.csv P01_T2_L.csv P01_T2_R.csv", "P01_T1=2 P01_T2=2")]
    [InlineData("P01/T1_left.csv P01/T1_right.csv P01/T2_left.csv P01/T2_right.csv", "P01/T1=2 P01/T2=2")]
    [InlineData("P01/T1/left/walk.csv P01/T1/right/walk.csv P02/T1/left/walk.csv P02/T1/right/walk.csv", "P01/T1=2 P02/T1=2")]
    [InlineData("left/P01.csv right/P01.csv left/P02.csv right/P02.csv", "P01=2 P02=2")]
    [InlineData("P01/DOT_L_1234.csv P01/DOT_R_9876.csv P02/DOT_L_1234.csv P02/DOT_R_9876.csv", "P01=2 P02=2")]
    [InlineData("visit01.csv visit02.csv visit03.csv", "visit01=1 visit02=1 visit03=1")]
    [InlineData("P01/walk.csv P02/walk.csv", "P01=1 P02=1")]
    [InlineData("P01/slow_left.csv P01/slow_right.csv P01/fast_left.csv P01/fast_right.csv", "P01/fast=2 P01/slow=2")]
    [InlineData("left.csv right.csv", "study=2")]
    [InlineData("a.csv b.csv", "a=2")]
    public void Find_Names_TellTheVisits(string files, string visits)
    {
        foreach (string file in files.Split(' ')) _folder.Write("study/" + file, Walk);
        _folder.Write("study/participants.csv", "folder,participant\n");
        _folder.Write("study/notes.txt", "nothing\n");
        string.Join(' ', StudyFolder.Find(_folder["study"], new ImportOptions(), TestContext.Current.CancellationToken).Select(v => $"{v.Name}={v.Inputs.Count}")).ShouldBe(visits);
    }

    [Fact]
    public void Find_BidsDataSet_HasARecordingForEachSession()
    {
        foreach (string at in new[] { "sub-01/ses-T1", "sub-01/ses-T2", "sub-02/ses-T1" })
        {
            string name = $"ds/{at}/motion/{at.Replace('/', '_')}_task-walk_tracksys-imu";
            _folder.Write(name + "_motion.tsv", Foreign.BidsMotion());
            _folder.Write(name + "_channels.tsv", Foreign.BidsChannels("left_foot", "right_foot"));
        }

        StudyFolder.Find(_folder["ds"], new ImportOptions(), TestContext.Current.CancellationToken).Select(v => v.Name).ShouldBe(["sub-01/ses-T1", "sub-01/ses-T2", "sub-02/ses-T1"]);
    }

    [Fact]
    public void Find_RecordingsOfGaitSensesOwn_ArePassedOver()
    {
        _folder.Write("study/own/left.csv", Walk);
        _folder.Write("study/own/session.json", "{}");
        _folder.Write("study/x.csv", Walk);
        StudyFolder.Find(_folder["study"], new ImportOptions(), TestContext.Current.CancellationToken).Select(v => v.Name).ShouldBe(["x"]);
    }

    [Fact]
    public void Settings_NearestOne_CountsAndIsSaid()
    {
        string bare = Tables.Text(["t,ax,ay,az,gx,gy,gz", .. Tables.Lines(Tables.Rows(120))]);
        _folder.Write("study/gaitsense.json", """{ "units": "acc=g,gyr=deg/s", "rate": 50 }""");
        _folder.Write("study/P01/walk.csv", bare);
        _folder.Write("study/P02/gaitsense.json", """{ "units": "acc=g,gyr=deg/s", "clock": "shared" } // its own""");
        _folder.Write("study/P02/walk.csv", bare);
        ImportRequest[] visits = [.. StudyFolder.Find(_folder["study"], new ImportOptions { RateHz = 25 }, TestContext.Current.CancellationToken)];
        visits[0].Options.RateHz.ShouldBe(25, "the command line goes first");
        ImportRequest one = ImportRequest.Of(_folder["study/P01/walk.csv"], new ImportOptions());
        one.Options.RateHz.ShouldBe(50);
        ImportRequest.Of(_folder["study/P02/walk.csv"], new ImportOptions()).Options.RateHz.ShouldBeNull("the nearest file counts as a whole");
        RecordingImport.Convert(one.Inputs, _folder["out"], one.Options, stop: TestContext.Current.CancellationToken).Assumptions[0].ShouldContain("study/gaitsense.json");
    }

    [Theory]
    [InlineData("""{ "unit": "acc=g" }""", "did you mean units?")]
    [InlineData("""{ "color": 1 }""", "there are format, units")]
    [InlineData("""{ "units": "acc=stone" }""", "stone")]
    [InlineData("""{ "rate": 100000 }""", "10 to 4000")]
    [InlineData("""{ "clock": "mine" }""", "shared or separate")]
    [InlineData("""{ "pattern": "{visit}" }""", "{participant}")]
    [InlineData("""{ "pattern": "{person}" }""", "{person}")]
    [InlineData("""{ "units": """, "no JSON")]
    [InlineData("[]", "one JSON object")]
    public void Settings_ThatAreWrong_SayWhatIsKnown(string text, string says)
    {
        _folder.Write("study/gaitsense.json", text);
        Should.Throw<RecordingFormatException>(() => ImportSettings.Nearest(_folder["study"])).Message.ShouldContain(says);
    }

    public void Dispose() => _folder.Dispose();
}
