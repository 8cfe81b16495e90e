using GaitSense.Core;
using GaitSense.Storage;
using GaitSense.Training.People;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;

// Writes into a store until it is killed or the store fails; says each session once the store has said that it is kept. Arguments: the store, how many writers.
await using TrainingStore store = await TrainingStore.OpenAsync(StoreLocation.Of(args[0])).ConfigureAwait(false);
Person? person = await store.People.FindAsync("P07").ConfigureAwait(false);
if (person is null) await store.People.AddAsync(person = new Person { Id = Guid.CreateVersion7(), Code = "P07", Zone = "Europe/Berlin" }).ConfigureAwait(false);
Console.WriteLine("ready");
try
{
    await Task.WhenAll(Enumerable.Range(0, int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture)).Select(_ => Task.Run(WriteAsync))).ConfigureAwait(false);
}
catch (StoreException e)
{
    Console.WriteLine($"failed: {e.Failure}: {e.Message}");
}

async Task WriteAsync()
{
    while (true)
    {
        Session session = new()
        {
            Id = Guid.CreateVersion7(),
            PersonId = person.Id,
            Task = TrainingTask.ComfortableWalk,
            Start = DateTimeOffset.UtcNow,
            Zone = "Europe/Berlin",
            Place = Place.Home,
            Source = SessionSource.Simulation,
            Status = SessionStatus.CutOff,
            Software = "crash test",
            Measures = [.. Enumerable.Range(1, 9).Select(i => new Measure { Name = "m" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), Direction = WalkingDirection.Forward, Value = i, N = i, Unit = "1" })],
        };
        await store.Sessions.AddAsync(session).ConfigureAwait(false);
        Console.WriteLine("kept " + session.Id.ToString("D"));
    }
}
