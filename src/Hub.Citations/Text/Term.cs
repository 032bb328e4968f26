namespace Hub.Citations.Text;

/// <summary>The words that the grammar itself knows; names of acts, courts and regions are data, in <see cref="Phrasebook"/>.</summary>
internal enum Term : byte
{
    None,
    Article, Articles, Comma, Commas, Letter, Letters, Number, Numbers, Point, Paragraph, Sentence,
    Ordinal, LastOrdinal, Suffix, Month,
    Of, To, In, From, Da, A, And, Or, The, Which, With, Ex,
    Same, This, Following, Cited, There,
    Decree, Law, Regulation, Code, Directive, TextOf, Unique, Measure, Statute, Rules,
    Qualifier, Single,
    Union, Euratom, European, Parliament, Council, Commission,
    Region, Province, Minister, PublishedIn, Gazette,
    Date, Approved, Called, Henceforth,
    Amendments, Amended, Sum,
    Section, Ruling, Rulings, Case, Judge, United, Civil, Penal, Labour, Tax, Appeal, Control, Jurisdictional, Plenary, Assembly,
    Disposed, Concert, Anac, Year, Roman,
}
