using GaitSense.Analysis.Cohorts;
using GaitSense.Recording;
using GaitSense.Recording.Plain;

namespace GaitSense.Sessions.Tests;

/// <summary>Whose a recording is: by a table, a pattern, BIDS' folders, or the folders of person and visit.</summary>
public sealed class PersonVisitTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Theory]
    [InlineData("sub-01/ses-T1", "01", "T1", null)]
    [InlineData("P01/T1", "P01", "T1", null)]
    [InlineData("MS/P01/T1", "P01", "T1", "MS")]
    [InlineData("P01/pre/walk", "P01", "pre", null)]
    [InlineData("P01/slow", "P01", "slow", null)]
    [InlineData("P01_T2", "P01", "T2", null)]
    [InlineData("HC/07_visit2", "07", "visit2", "HC")]
    [InlineData("P01", "P01", null, null)]
    [InlineData("site-a/morning", null, null, null)]
    [InlineData("walk", null, null, null)]
    public void Of_Places_TellThePerson(string name, string? participant, string? visit, string? group) =>
        Person(name).ShouldBe(new PersonVisit(participant, visit, group), new Same());

    [Fact]
    public void Of_PatternOfTheSettings_GoesBeforeTheUsualFolders()
    {
        File.WriteAllText(_folder["gaitsense.json"], """{ "pattern": "{visit}/{group}_{participant}" }""");
        Person("week 4/MS_Anna7").ShouldBe(new PersonVisit("Anna7", "week 4", "MS"), new Same());
    }

    [Fact]
    public void Of_TableByFolder_SaysAllAndKeepsItsOtherColumns()
    {
        File.WriteAllText(_folder["participants.csv"], "folder;participant;visit;group;age\nday1/a;07;T1;MS;57\nday2;07;T2;MS;58\n");
        PersonVisit person = Person("day1/a");
        person.ShouldBe(new PersonVisit("07", "T1", "MS"), new Same());
        person.More.ShouldBe([KeyValuePair.Create("age", "57")]);
        Person("day2/b").ShouldBe(new PersonVisit("07", "T2", "MS"), new Same());
    }

    [Fact]
    public void Of_BidsTableOfPersons_AddsTheGroup()
    {
        File.WriteAllText(_folder["participants.tsv"], "participant_id\tage\tgroup\nsub-01\t57\tpatient\nsub-02\tn/a\tcontrol\n");
        Person("sub-02/ses-T1").ShouldBe(new PersonVisit("02", "T1", "control"), new Same());
    }

    // Given by itself, a recording is as much the person's as in its study; what lies further up than person and visit is no group.
    [Theory]
    [InlineData("MS/P01/T1", "P01", "T1", null)]
    [InlineData("data/P01_T2", "P01", "T2", null)]
    [InlineData("data/sub-03/ses-1/motion", "03", "1", null)]
    [InlineData("data/walk", null, null, null)]
    public void FindByPlace_WithoutATable_IsByTheLastFolders(string place, string? participant, string? visit, string? group) =>
        ByPlace(place).ShouldBe(new PersonVisit(participant, visit, group), new Same());

    [Fact]
    public void FindByPlace_TableOrPatternAbove_IsAskedWithThePlaceBelowIt()
    {
        File.WriteAllText(_folder["participants.csv"], "folder,participant,visit,group\nday1/a,07,T1,MS\n");
        ByPlace("day1/a").ShouldBe(new PersonVisit("07", "T1", "MS"), new Same());
        ByPlace("day1/a/session.json").ShouldBe(new PersonVisit("07", "T1", "MS"), new Same());
        File.Delete(_folder["participants.csv"]);
        File.WriteAllText(_folder["gaitsense.json"], """{ "pattern": "{visit}/{group}_{participant}" }""");
        ByPlace("week 4/MS_Anna7").ShouldBe(new PersonVisit("Anna7", "week 4", "MS"), new Same());
    }

    // What a recording declares of its walker goes before what its folder is called, and after what the study's own table or pattern says.
    [Fact]
    public void Or_DeclaredPerson_GoesBeforeAFoldersName()
    {
        ByPlace("o/s1").Or(new PersonVisit("P07", null, null)).ShouldBe(new PersonVisit("P07", null, null), new Same());
        Person("P01/T1").Or(new PersonVisit("P07", null, "MS")).ShouldBe(new PersonVisit("P07", "T1", "MS"), new Same());
        Person("P01/T1").Or(PersonVisit.Unknown).ShouldBe(new PersonVisit("P01", "T1", null), new Same());
        File.WriteAllText(_folder["participants.csv"], "folder,participant,group,age\nday1,07,MS,50\nday2,,MS,51\n,s1,HC,52\n");
        Person("day1/s1").Or(new PersonVisit("P07", null, "HC")).ShouldBe(new PersonVisit("07", null, "MS"), new Same());
        PersonVisit day2 = Person("day2/s1").Or(new PersonVisit("P07", null, "HC"));
        day2.ShouldBe(new PersonVisit("P07", null, "MS"), new Same());
        day2.More.ShouldBe([KeyValuePair.Create("age", "51")]);
        PersonVisit other = Person("s1").Or(new PersonVisit("P07", null, null));
        other.Participant.ShouldBe("P07");
        other.More.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("P01/2024-05-03")]
    [InlineData("P01/03.05.2024")]
    [InlineData("P01/Smith, Ann")]
    public void Of_FolderCalledByADateOrAName_IsNoVisit(string name) => Person(name).ShouldBe(new PersonVisit("P01", null, null), new Same());

    private PersonVisit ByPlace(string place)
    {
        string path = _folder[place], folder = place.EndsWith(".json", StringComparison.Ordinal) ? Path.GetDirectoryName(path)! : path;
        return PersonTable.FindByPlace(path, Path.GetFileName(folder));
    }

    [Theory]
    [InlineData("age,height\n1,2\n", "neither folders nor participants")]
    [InlineData("folder,participant\nP01/T1,1\nP01/T1,2\n", "2 rows about P01/T1")]
    [InlineData("", "is empty")]
    public void Of_TableThatIsNone_IsRefused(string table, string says)
    {
        File.WriteAllText(_folder["participants.csv"], table);
        Should.Throw<RecordingFormatException>(() => Person("P01/T1")).Message.ShouldContain(says);
    }

    public void Dispose() => _folder.Dispose();

    private PersonVisit Person(string name)
    {
        foreach (string one in new[] { name, "zz/other" })
        {
            string folder = Directory.CreateDirectory(Path.Combine([_folder.Path, .. one.Split('/')])).FullName;
            File.WriteAllText(Path.Combine(folder, PlainRecording.SessionFile), "{}");
        }

        return AnalysisPlan.Of([_folder.Path], "out").Targets.First(t => string.Equals(t.Name, name, StringComparison.Ordinal)).Person;
    }

    private sealed class Same : IEqualityComparer<PersonVisit>
    {
        public bool Equals(PersonVisit? x, PersonVisit? y) => (x?.Participant, x?.Visit, x?.Group).Equals((y?.Participant, y?.Visit, y?.Group));

        public int GetHashCode(PersonVisit person) => 0;
    }
}
