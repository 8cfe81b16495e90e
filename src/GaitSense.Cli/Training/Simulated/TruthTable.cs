using System.Globalization;
using System.Text;
using GaitSense.Core;
using GaitSense.Simulation.People;

namespace GaitSense.Cli.Training.Simulated;

/// <summary>The truth of a run as a table: one row for each person and day, whether the person was asked or not.</summary>
internal static class TruthTable
{
    private const string Header = "person,course,disease_steps,day,temperature_c,warm,emergency,ill,eyes,relapse,falls,company,path_clear,support,shoes,ear_free,wants_to_train,fatigue,capacity,speed_mps\n";

    /// <summary>The table as CSV.</summary>
    public static string Of(IEnumerable<PersonRun> runs, int days)
    {
        StringBuilder text = new(Header);
        foreach (PersonRun run in runs)
            for (int day = 0; day < days; day++)
            {
                TraineeDay d = run.Trainee.On(day);
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{run.Person.Code},{Words.InFiles(run.Trainee.Truth.Course)},{run.Trainee.Truth.DiseaseSteps},{day},{d.TemperatureC:0.0},{Bit(d.IsWarm)},{Bit(d.Emergency)},{Bit(d.Ill)},{Bit(d.Eyes)},{Bit(d.Relapse)},{d.Falls},{Bit(d.Company)},{Bit(d.PathClear)},{Bit(d.Support)},{Bit(d.Shoes)},{Bit(d.EarFree)},{Bit(d.WantsToTrain)},{d.Fatigue},{d.Capacity:0.000},{d.SpeedMps:0.000}\n");
            }

        return text.ToString();
    }

    private static int Bit(bool value) => value ? 1 : 0;
}
