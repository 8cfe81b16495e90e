using GaitSense.Training.Gates;
using GaitSense.Training.Plans;
using GaitSense.Training.Records;
using GaitSense.Training.Tests.Verdicts;

namespace GaitSense.Training.Tests.Gates;

/// <summary>What nobody was asked is no "no".</summary>
public sealed class SaidBeforeTests
{
    private static readonly Session Walk = Some.Session(0);

    private static DayCheck Check(Answer? company, int minutesBefore = 0) => new()
    {
        Id = Guid.NewGuid(),
        PersonId = Walk.PersonId,
        LocalDate = Some.Monday,
        At = Walk.Start.AddMinutes(-minutesBefore),
        Place = Place.Home,
        QuestionsVersion = 1,
        Answers = company is { } said ? [new(GateQuestions.News, Answer.No), new(GateQuestions.Company, said)] : [new(GateQuestions.News, Answer.No)],
    };

    [Theory]
    [InlineData(Answer.Yes, null)] // kept with the session where it was said; a check alone makes no company
    [InlineData(Answer.No, false)]
    [InlineData(Answer.NotSaid, null)]
    [InlineData(null, null)]
    public void Company_IsWhatWasAnsweredBeforeThatWalk(Answer? answer, bool? company) => SaidBefore.Company(Walk, [Check(answer)]).ShouldBe(company);

    [Fact]
    public void Company_ThatTheSessionHas_IsThere_WhateverWasAsked() => SaidBefore.Company(Walk with { Company = true }, []).ShouldBe(true);

    [Fact]
    public void Company_IsByTheLastCheckBeforeTheWalk()
    {
        SaidBefore.Company(Walk, [Check(Answer.No, 60), Check(Answer.NotSaid, 1)]).ShouldBeNull();
        SaidBefore.Company(Walk, [Check(Answer.NotSaid, 60), Check(Answer.No, 1), Check(Answer.NotSaid, -5)]).ShouldBe(false);
        SaidBefore.Company(Walk, [Check(Answer.No) with { PersonId = Guid.NewGuid() }, Check(Answer.No) with { LocalDate = Some.Monday.AddDays(-1) }]).ShouldBeNull();
    }

    [Theory, InlineData(SessionSource.Recording), InlineData(SessionSource.Paper)]
    public void Company_OfAWalkThatWasBroughtInAfterwards_WasAskedOfNobody(SessionSource source) => SaidBefore.Company(Walk with { Source = source }, [Check(Answer.No)]).ShouldBeNull();
}
