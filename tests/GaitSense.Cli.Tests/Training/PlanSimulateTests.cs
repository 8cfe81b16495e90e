using System.Text.Json;
using GaitSense.Cli.App;
using GaitSense.Cli.Training.Simulated;
using GaitSense.Training.Gates;
using GaitSense.Training.Plans;
using GaitSense.Training.Programmes;
using GaitSense.Training.Records;
using GaitSense.Training.Regimes;

namespace GaitSense.Cli.Tests;

/// <summary>Simulated people follow a programme: the same seed is the same run, no rule is broken, and a rule that is broken is seen.</summary>
public sealed class PlanSimulateTests : IDisposable
{
    private static readonly ProgrammeRunOptions Options = new()
    {
        Programme = ProgrammeLibrary.Find("backward-8-weeks")!,
        People = 12,
        Seed = 3,
        Statement = new Statement { Regime = Regime.ApprovedStudy, Reference = "test", By = "admin-1", At = DateTimeOffset.UnixEpoch },
    };

    private static readonly Lazy<PersonRun[]> Twelve = new(() => [.. Enumerable.Range(1, 12).Select(n => TraineeLife.Of(Options, n))]);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheSameSeed_IsTheSameRunRowForRow_AndAnotherIsAnother()
    {
        Cli.Outcome one = await Cli.RunAsync("plan", "simulate", "--people", "12", "--seed", "3"), again = await Cli.RunAsync("plan", "simulate", "--people", "12", "--seed", "3");
        (one.Code, again.Out).ShouldBe((ExitCode.Done, one.Out));
        one.Out.ShouldContain("digest of all rows: " + RunDigest.Of(Twelve.Value));
        (await Cli.RunAsync("plan", "simulate", "--people", "12", "--seed", "4")).Out.ShouldNotContain(RunDigest.Of(Twelve.Value));
    }

    [Theory]
    [InlineData("backward-8-weeks", false)]
    [InlineData("backward-8-weeks", true)]
    [InlineData("comfortable-walk", false)]
    [InlineData("comfortable-walk", true)]
    [InlineData("comfortable-walk-with-rests", false)]
    [InlineData("task-circuit", false)]
    public async Task AnyProgramme_WithAClinicOrWithout_BreaksNoRule(string programme, bool alone)
    {
        Cli.Outcome run = await Cli.RunAsync(["plan", "simulate", "--programme", programme, "--people", "12", "--json", .. alone ? ["--no-clinic"] : (string[])[]]);
        run.Code.ShouldBe(ExitCode.Done);
        JsonElement summary = JsonDocument.Parse(run.Out).RootElement;
        summary.GetProperty("violations").GetInt32().ShouldBe(0);
        summary.GetProperty("rows").GetProperty("sessions").GetInt32().ShouldBeGreaterThan(30);
        if (alone) summary.GetProperty("sessions").TryGetProperty("backward, home", out _).ShouldBeFalse("nobody signs off");
    }

    [Fact]
    public async Task WithoutAStatement_NoPlanIsEverChanged()
    {
        JsonElement summary = JsonDocument.Parse((await Cli.RunAsync("plan", "simulate", "--people", "20", "--no-statement", "--json")).Out).RootElement;
        summary.GetProperty("rows").GetProperty("plans").GetInt32().ShouldBe(20);
        summary.GetProperty("confirmed").EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task TheTruth_IsWrittenOut_ARowForEachPersonAndDay()
    {
        (await Cli.RunAsync("plan", "simulate", "--people", "3", "--truth", _folder["truth.csv"])).Code.ShouldBe(ExitCode.Done);
        File.ReadAllLines(_folder["truth.csv"]).Length.ShouldBe(1 + (3 * 56));
    }

    [Fact]
    public async Task TheSameSeed_IsTheSameDatabase_AndASecondRunDoesNotGoIntoIt()
    {
        foreach (string name in new[] { "one.db", "two.db" }) (await Cli.RunAsync("plan", "simulate", "--people", "2", "--seed", "3", "--store", _folder[name])).Code.ShouldBe(ExitCode.Done);
        Rows("one.db").ShouldBe(Rows("two.db"));
        Rows("one.db").Count(r => r.StartsWith("sessions", StringComparison.Ordinal)).ShouldBeGreaterThan(15);
        (await Cli.RunAsync("plan", "simulate", "--people", "4", "--store", _folder["one.db"])).ShouldFailInOneLine("there are people in this store");
        (await Cli.RunAsync("people", "show", "S001", "--store", _folder["one.db"])).Out.ShouldContain("backward-8-weeks@1");
    }

    private List<string> Rows(string name)
    {
        using var database = new Microsoft.Data.Sqlite.SqliteConnection(FormattableString.Invariant($"Data Source={_folder[name]};Mode=ReadOnly;Pooling=False"));
        database.Open();
        List<string> rows = [], tables = [];
        using (var list = database.CreateCommand())
        {
            list.CommandText = "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not like '__EF%' order by name";
            using var reader = list.ExecuteReader();
            while (reader.Read()) tables.Add(reader.GetString(0));
        }

        foreach (string table in tables)
        {
            using var all = database.CreateCommand();
#pragma warning disable CA2100 // names of this database's own tables
            all.CommandText = "select * from " + table;
#pragma warning restore CA2100
            using var reader = all.ExecuteReader();
            object[] values = new object[reader.FieldCount];
            while (reader.Read())
            {
                reader.GetValues(values);
                rows.Add(table + "|" + string.Join('|', values.Select(v => v is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture))));
            }
        }

        return rows;
    }

    [Fact]
    public async Task AProgrammeThatCannotBe_IsRefusedInOneLine()
    {
        Cli.Outcome mistyped = await Cli.RunAsync("plan", "simulate", "--programme", "backward-8-week"), nobody = await Cli.RunAsync("plan", "simulate", "--people", "0");
        (mistyped.Code, nobody.Code).ShouldBe((ExitCode.WrongUsage, ExitCode.WrongUsage));
        mistyped.Error.ShouldContain("did you mean backward-8-weeks?");
        nobody.Error.ShouldContain("--people is 0; it should be 1 to 10000");
        File.WriteAllText(_folder["my.json"], ProgrammeJson.Write(ProgrammeLibrary.Find("comfortable-walk")!).Replace("\"weeks\": 8", "\"weeks\": 80", StringComparison.Ordinal));
        (await Cli.RunAsync("plan", "simulate", "--programme", _folder["my.json"])).ShouldFailInOneLine("my.json: weeks is 80; it must be between 1 and 52");
    }

    [Fact]
    public void Twelve_BreakNoRule_AndReachMostOfThem()
    {
        RuleCount[] rules = [.. ProgrammeAudit.Of(Twelve.Value), .. DoseAudit.Of(Twelve.Value)];
        rules.Sum(r => r.Violations).ShouldBe(0);
        rules.Count(r => r.Cases > 0).ShouldBeGreaterThan(18);
    }

    // Each rule is broken in rows that are else those of a run, and the check from the rows sees it.
    [Theory]
    [InlineData("emergency symptom said today")]
    [InlineData("fever, injury or new symptoms")]
    [InlineData("double vision or dizziness")]
    [InlineData("not said whether anything is new")]
    [InlineData("backward at home: signed off")]
    [InlineData("backward at home: checklist")]
    [InlineData("backward at home: somebody within call")]
    [InlineData("disease steps 6 or more")]
    [InlineData("relapse within 30 days: not backward")]
    [InlineData("paused: no session")]
    [InlineData("two falls told in six months")]
    [InlineData("lengths walked and offered in a session")]
    [InlineData("lengths walked in a week")]
    [InlineData("one backward session a day")]
    public void ARule_ThatIsBrokenInTheRows_IsSeen(string rule)
    {
        PersonRun[] runs = [.. Twelve.Value.Select(r => Broken(r, rule))];
        RuleCount[] rules = [.. ProgrammeAudit.Of(runs), .. DoseAudit.Of(runs)];
        rules.Single(r => r.Rule.StartsWith(rule, StringComparison.Ordinal)).Violations.ShouldBeGreaterThan(0);
    }

    private static PersonRun Broken(PersonRun run, string rule)
    {
        PersonRun broken = new(run.Trainee, run.Person);
        broken.Begin();
        foreach (Plan plan in run.History.Plans) broken.Add(plan);
        if (!rule.Contains("signed off", StringComparison.Ordinal))
            foreach (var signOff in run.History.SignOffs) broken.Add(signOff);
        foreach (var fall in run.History.Falls) broken.Add(fall);
        foreach (Attempt attempt in run.Attempts)
        {
            broken.Add(Changed(attempt, rule));
            if (rule.StartsWith("one backward", StringComparison.Ordinal) && attempt.Session is { Task: TrainingTask.Backward } session) broken.Add(attempt with { Session = session with { SlotId = Guid.Empty } });
        }

        return broken;
    }

    private static Attempt Changed(Attempt attempt, string rule)
    {
        Attempt Says(string question, Answer answer) => attempt with { Check = attempt.Check with { Answers = [.. attempt.Check.Answers.Where(a => !string.Equals(a.Question, question, StringComparison.Ordinal)), new(question, answer)] } };
        Session? Lengths(Session? session, double factor) => session is null ? null : session with { Measures = [.. session.Measures.Select(m => m.Name is "backward_lengths" ? m with { Value = m.Value * factor } : m)] };
        return rule switch
        {
            "emergency symptom said today" => Says("emergency", Answer.Yes),
            "fever, injury or new symptoms" => Says("ill", Answer.Yes),
            "double vision or dizziness" => Says("eyes", Answer.Yes),
            "not said whether anything is new" => Says("news", Answer.NotSaid),
            "backward at home: checklist" => Says("ear", Answer.No),
            "backward at home: somebody within call" => Says("company", Answer.No),
            "disease steps 6 or more" => attempt with { Person = attempt.Person with { DiseaseSteps = 6 } },
            "relapse within 30 days: not backward" => attempt with { Person = attempt.Person with { RelapseOn = attempt.Check.LocalDate.AddDays(-30), ClearedOn = attempt.Check.LocalDate } },
            "two falls told in six months" => Says("fall", Answer.Yes) with { Falls = [new() { Id = Guid.Empty, PersonId = attempt.Person.Id, LocalDate = attempt.Check.LocalDate.AddMonths(-6) }] },
            "paused: no session" => attempt with { Person = attempt.Person with { Status = GaitSense.Training.People.PersonStatus.Paused } },
            "lengths walked and offered in a session" or "lengths walked in a week" => attempt with { Session = Lengths(attempt.Session, 3) },
            _ => attempt,
        };
    }
}
