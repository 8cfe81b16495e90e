using GaitSense.Recording.Files;
using GaitSense.Training.Gates;
using GaitSense.Training.People;
using GaitSense.Training.Records;
using Parquet;

namespace GaitSense.Exchange.Tests;

/// <summary>What leaves, what stays, and what is said of it.</summary>
public sealed class ExporterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Write_AnExport_HasAManifestThatHoldsOfEveryFile()
    {
        using TestFolder folder = new();
        string to = Path.Combine(folder.Path, "out");
        ExportManifest manifest = (await Exporter.WriteAsync(People.Request(), to, _ => true, Stop))!;
        string[] files = [.. Directory.EnumerateFiles(to, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(to, f)).Where(f => f is not ExportManifest.FileName).Order(StringComparer.Ordinal)];
        manifest.Files.Select(f => f.Name).ShouldBe(files);
        files.Length.ShouldBe(13); // six tables twice, one bundle
        manifest.Files.ShouldAllBe(f => f.Sha256 == Sha256Hex.OfFile(Path.Combine(to, f.Name)) && f.Bytes == new FileInfo(Path.Combine(to, f.Name)).Length);
        manifest.People.ShouldBe([new ManifestPerson("P07", 3, 18, 18, null, null)]);
        (manifest.By, manifest.At, manifest.Purpose).ShouldBe(("clinician-2", People.Now, "care"));
        ExportManifest.Read(await File.ReadAllTextAsync(Path.Combine(to, ExportManifest.FileName), Stop)).ToJson().ShouldBe(manifest.ToJson());
    }

    [Fact]
    public async Task Write_AskedFirst_WritesNothingWhenTheAnswerIsNo()
    {
        using TestFolder folder = new();
        string to = Path.Combine(folder.Path, "out");
        IReadOnlyList<string> asked = [];
        (await Exporter.WriteAsync(People.Request(), to, plan => { asked = plan.Question(); return false; }, Stop)).ShouldBeNull();
        Path.Exists(to).ShouldBeFalse();
        asked.ShouldBe(
        [
            "Leaving for care: 1 person (P07).", "3 sessions, 18 measures, 18 timed tests, as CSV, PARQUET, FHIR.", "Dates of sessions leave. Names, notes and other words that people wrote do not.",
            "What has left cannot be called back. Go on?",
        ]);
    }

    [Theory, InlineData(ExportPurpose.Care), InlineData(ExportPurpose.Research)]
    public async Task Write_ACanaryWhereverPeopleWrite_IsInNoFile(ExportPurpose purpose)
    {
        using TestFolder folder = new();
        string to = Path.Combine(folder.Path, "out");
        await Exporter.WriteAsync(People.Request(purpose, People.Person() with { Consents = [People.Consent("study:BACK1")] }), to, _ => true, Stop);
        foreach (string file in Directory.EnumerateFiles(to, "*", SearchOption.AllDirectories))
        {
            string text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Stop));
            foreach (string word in People.Canary.Split(' ')) text.ShouldNotContain(word, Case.Insensitive, file);
            text.ShouldNotContain("Berlin");
        }
    }

    [Fact]
    public async Task Write_ForResearch_HasNoDateAndNoIdOfASession()
    {
        using TestFolder folder = new();
        string to = Path.Combine(folder.Path, "out");
        PersonExport person = People.Person() with { Consents = [People.Consent("study:BACK1")] };
        await Exporter.WriteAsync(People.Request(ExportPurpose.Research, person) with { Formats = ExportFormats.Csv | ExportFormats.Fhir }, to, _ => true, Stop);
        foreach (string file in Directory.EnumerateFiles(to).Where(f => Path.GetFileName(f) is not ExportManifest.FileName))
        {
            string text = await File.ReadAllTextAsync(file, Stop);
            text.ShouldNotContain("2026-", Case.Sensitive, file);
            foreach (var session in person.Sessions) text.ShouldNotContain(session.Id.ToString());
        }

        string[] sessions = await File.ReadAllLinesAsync(Path.Combine(to, "sessions.csv"), Stop);
        sessions[0].ShouldNotContain("start_utc");
        sessions[1..].Select(l => string.Join(',', l.Split(',')[..4])).ShouldBe(["P07,1,0,720", "P07,2,7,720", "P07,3,14,"]);
    }

    [Fact]
    public void Plan_ForResearch_LetsOnlyThoseLeaveWhoConsentedToThatStudyAndStillDo()
    {
        ExportPlan plan = ExportPlan.Of(People.Request(
            ExportPurpose.Research,
            People.Person("P01") with { Consents = [People.Consent("study:BACK1")] },
            People.Person("P02"),
            People.Person("P03") with { Consents = [People.Consent("study:OTHER"), People.Consent("export")] },
            People.Person("P04") with { Consents = [People.Consent("study:BACK1", People.Now.AddDays(-1))] },
            People.Person("P05") with { Consents = [People.Consent("study:BACK1") with { Given = People.Now.AddDays(1) }] },
            People.Person("P06") with { Consents = [People.Consent("study:BACK1") with { PersonId = Guid.NewGuid() }] }));
        plan.Leaving.Select(p => p.Person.Person.Code).ShouldBe(["P01"]);
        plan.Staying.ShouldBe([("P02", "no consent"), ("P03", "no consent"), ("P04", "consent was withdrawn"), ("P05", "no consent"), ("P06", "no consent")]);
        string.Join('\n', plan.Question()).ShouldContain("P04 stays: consent was withdrawn.");
    }

    [Fact]
    public async Task Write_ForResearchWithoutAnyConsent_IsRefused() =>
        (await Should.ThrowAsync<ExchangeException>(() => Exporter.WriteAsync(People.Request(ExportPurpose.Research), "/nowhere", _ => true, Stop))).Message.ShouldBe("nobody's data may leave: P07: no consent");

    [Theory, InlineData("Maria Muster"), InlineData("maria"), InlineData("1970-02-03"), InlineData("../P07")]
    public void Plan_ACodeThatIsNoPseudonym_IsRefused(string code) => Should.Throw<ExchangeException>(() => ExportPlan.Of(People.Request(ExportPurpose.Care, People.Person(code)))).Message.ShouldNotContain(code);

    [Fact]
    public void Plan_TheSameCodeTwiceOrSomebodyElsesSession_IsRefused()
    {
        Should.Throw<ExchangeException>(() => ExportPlan.Of(People.Request(ExportPurpose.Care, People.Person("P07"), People.Person("p07"))));
        PersonExport person = People.Person();
        Should.Throw<ExchangeException>(() => ExportPlan.Of(People.Request(ExportPurpose.Care, person with { Sessions = [person.Sessions[0] with { PersonId = Guid.NewGuid() }] })));
    }

    [Fact]
    public async Task Write_IntoAFolderThatHoldsSomething_IsRefusedAndTouchesNothing()
    {
        using TestFolder folder = new();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "mine.txt"), "mine", Stop);
        await Should.ThrowAsync<ExchangeException>(() => Exporter.WriteAsync(People.Request(), folder.Path, _ => true, Stop));
        Directory.EnumerateFileSystemEntries(folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Write_Bids_IsADataSetForEachRecordingUnderThePseudonym()
    {
        using TestFolder folder = new();
        string recording = Path.Combine(folder.Path, "r"), to = Path.Combine(folder.Path, "out");
        PlainWalk(recording);
        PersonExport person = People.Person("P_07");
        person = person with { Recordings = new Dictionary<Guid, string> { [person.Sessions[1].Id] = recording } };
        ExportManifest manifest = (await Exporter.WriteAsync(People.Request(ExportPurpose.Care, person) with { Formats = ExportFormats.Bids }, to, _ => true, Stop))!;
        manifest.Files.Any(f => f.Name is "bids/P07-002/dataset_description.json").ShouldBeTrue();
        manifest.Files.Count(f => f.Name.Contains("/sub-P07/", StringComparison.Ordinal)).ShouldBeGreaterThan(3);
        manifest.Files.ShouldAllBe(f => f.Sha256 == Sha256Hex.OfFile(Path.Combine(to, f.Name)));
    }

    [Fact]
    public async Task Parquet_EveryTable_SaysWhatTheTextSays()
    {
        foreach (ExchangeTable table in ExchangeTables.Of([People.Person()], dates: true))
        {
            using MemoryStream bytes = new(await ParquetTable.ToBytesAsync(table, Stop));
            await using ParquetReader reader = await ParquetReader.CreateAsync(bytes, cancellationToken: Stop);
            reader.Schema.GetDataFields().Select(f => f.Name).ShouldBe(table.Columns.Select(c => c.Name));
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
            group.RowCount.ShouldBe(table.Rows.Count);
        }
    }

    [Fact]
    public void Tables_OfTimedTests_SayWhichTheyWereAndTheUnitOfEachResult()
    {
        IReadOnlyList<ExchangeTable> tables = ExchangeTables.Of([People.Person()], dates: false);
        Column(tables, "sessions", "task").Distinct().ShouldBe(["timed_test"]);
        Column(tables, "sessions", "timed_tests").Distinct().ShouldBe(["tug@1+6mwt@1+t25fw@1"]);
        Column(tables, "trials", "unit").Take(6).ShouldBe(["s", "s", "s", "m", null, "s"]);
    }

    // A yes and a no that nobody was asked for.
    [Fact]
    public void Tables_OfWhatNobodyWasAsked_AreEmpty()
    {
        PersonExport person = People.Person();
        Session asked = person.Sessions[1];
        person = person with
        {
            Sessions = [person.Sessions[0] with { Company = true }, asked, person.Sessions[2]],
            Checks = [new DayCheck { Id = Guid.NewGuid(), PersonId = asked.PersonId, LocalDate = DateOnly.FromDateTime(asked.Start.Date), At = asked.Start, Place = asked.Place, QuestionsVersion = 1, Answers = [new GateAnswer(GateQuestions.Company, Answer.No)] }],
        };
        IReadOnlyList<ExchangeTable> tables = ExchangeTables.Of([person], dates: false);
        Column(tables, "sessions", "company").ShouldBe([true, false, null]);
        Column(tables, "sessions", "stop_reason").ShouldBe(["none", "none", null]); // the last one was cut off, and nobody said why
        Column(tables, "people", "affected_side").ShouldBe([null]);
        Column(tables, "people", "aid").ShouldBe(["one_stick"]);
        Column(tables, "people", "orthosis").ShouldBe([null]);
        Column(tables, "sessions", "orthosis").ShouldBe([null, null, null]);
        (Column(tables, "falls", "injury").Single(), Column(tables, "falls", "during_session").Single()).ShouldBe((true, null));
        // A "none" and a "no" that were said are there.
        PersonExport said = person with { Person = person.Person with { Aid = WalkingAid.None, Orthosis = Orthosis.None }, Falls = [person.Falls[0] with { Injury = false, DuringSession = false }] };
        IReadOnlyList<ExchangeTable> none = ExchangeTables.Of([said], dates: false);
        (Column(none, "people", "aid").Single(), Column(none, "people", "orthosis").Single()).ShouldBe(("none", "none"));
        (Column(none, "falls", "injury").Single(), Column(none, "falls", "during_session").Single()).ShouldBe((false, false));
        Column(ExchangeTables.Of([person with { Person = person.Person with { AffectedSide = AffectedSide.Left } }], dates: false), "people", "affected_side").ShouldBe(["left"]);
    }

    [Fact]
    public async Task Write_OfSomebodyWithSimulatedSessions_LeavesThemBehindAndSaysHowMany()
    {
        using TestFolder folder = new();
        string to = Path.Combine(folder.Path, "out");
        PersonExport person = People.Person(), simulated = People.Person(source: SessionSource.Simulation);
        person = person with { Sessions = [person.Sessions[0], person.Sessions[1] with { Status = SessionStatus.Running, End = null }, .. simulated.Sessions.Skip(1)] };
        IReadOnlyList<string> asked = [];
        ExportManifest manifest = (await Exporter.WriteAsync(People.Request(ExportPurpose.Care, person), to, plan => { asked = plan.Question(); return true; }, Stop))!;
        string.Join('\n', asked).ShouldContain("1 session, 6 measures, 6 timed tests, as CSV, PARQUET, FHIR.");
        string.Join('\n', asked).ShouldContain("P07: 2 simulated sessions stay, nobody walked them; 1 session stays that still runs.");
        string.Join('\n', manifest.Notes).ShouldContain("P07: 2 simulated sessions stay, nobody walked them; 1 session stays that still runs");
        manifest.People[0].Sessions.ShouldBe(1);
        (await File.ReadAllLinesAsync(Path.Combine(to, "sessions.csv"), Stop)).Length.ShouldBe(2);
        (await File.ReadAllTextAsync(Path.Combine(to, "fhir-P07.json"), Stop)).ShouldNotContain("HTEST");
    }

    [Fact]
    public void Plan_OfSomebodyWithOnlySimulatedSessions_SaysWhyNothingLeaves() =>
        string.Join('\n', ExportPlan.Of(People.Request(ExportPurpose.Care, People.Person(source: SessionSource.Simulation))).Question()).ShouldContain("P07: 3 simulated sessions stay, nobody walked them.");

    [Fact]
    public void Csv_AFormulaInAText_IsNone()
    {
        ExchangeTable table = new("t", [new ExchangeColumn("a", CellKind.Text), new ExchangeColumn("b", CellKind.Number)]);
        table.Add("=HYPERLINK(\"x\")", 0.1);
        table.Add(null, null);
        table.ToCsv().ShouldBe("a,b\n\"'=HYPERLINK(\"\"x\"\")\",0.1\n,\n");
    }

    private static IEnumerable<object?> Column(IReadOnlyList<ExchangeTable> tables, string table, string column)
    {
        ExchangeTable of = tables.Single(t => string.Equals(t.Name, table, StringComparison.Ordinal));
        int at = of.Columns.Select(c => c.Name).ToList().IndexOf(column);
        return of.Rows.Select(r => r[at]);
    }

    // Two feet that stand still for two seconds.
    private static void PlainWalk(string folder)
    {
        Directory.CreateDirectory(folder);
        const string Mounting = "{\"forward\":[1,0,0],\"left\":[0,1,0],\"up\":[0,0,1]}";
        File.WriteAllText(Path.Combine(folder, "session.json"), "{\"format\":\"gaitsense-plain-recording\",\"version\":1,\"description\":\"standing\",\"source\":\"made by hand\",\"licence\":\"MIT\",\"clock\":\"shared\",\"sensors\":["
            + $"{{\"foot\":\"left\",\"file\":\"left.csv\",\"rate_hz\":100,\"mounting\":{Mounting}}},{{\"foot\":\"right\",\"file\":\"right.csv\",\"rate_hz\":100,\"mounting\":{Mounting}}}]}}");
        foreach (string foot in (string[])["left", "right"])
            File.WriteAllLines(Path.Combine(folder, foot + ".csv"), Enumerable.Range(0, 200).Select(i => FormattableString.Invariant($"{i / 100.0:0.00},0.01,0.02,9.81,0.001,0.002,0.003")).Prepend("time_s,acc_x_mps2,acc_y_mps2,acc_z_mps2,gyr_x_radps,gyr_y_radps,gyr_z_radps"));
    }
}
