using GaitSense.Training.Days;
using GaitSense.Training.Plans;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Tests.Texts;

/// <summary>An offer in a walker's words: minutes to the half, a path as it was measured, numbers as the language writes them.</summary>
public sealed class OfferTextTests
{
    private static OfferedSession Offer(TrainingTask task) => new() { PlanId = Trainee.Id(1), SlotId = Trainee.Id(2), Task = task, Place = Place.Clinic };

    [Theory]
    [InlineData(Language.English, "The path is 4.3 metres long.")]
    [InlineData(Language.German, "Der Weg ist 4,3 Meter lang.")]
    public void APath_IsAsLongAsItWasMeasured(Language language, string says)
    {
        foreach (int lengths in (int[])[1, 4]) string.Join(' ', OfferText.Of(Offer(TrainingTask.Backward) with { Lengths = lengths, PathM = 4.3 }, Catalogue.Of(language))).ShouldContain(says);
    }

    [Theory]
    [InlineData(Language.English, "5.5 minutes", "2 minutes after each 2.5 minutes")]
    [InlineData(Language.German, "5,5 Minuten", "Nach je 2,5 Minuten")]
    public void Minutes_AreToTheHalf(Language language, string walk, string rests)
    {
        OfferedSession offer = Offer(TrainingTask.ComfortableWalk) with { Minutes = 5.4, MinutesBetweenRests = 2.4, RestMinutes = 2 };
        IReadOnlyList<string> lines = OfferText.Of(offer, Catalogue.Of(language));
        lines[0].ShouldContain(walk);
        lines[1].ShouldContain(rests);
        lines[1].ShouldBe(OfferText.Rests(offer, Catalogue.Of(language)));
        OfferText.Rests(offer with { RestMinutes = null }, Catalogue.Of(language)).ShouldBeNull();
    }
}
